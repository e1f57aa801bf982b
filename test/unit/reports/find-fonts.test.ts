import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFaces } from '#reports/pdf/faces.js';
import { findFonts, fontRoles, rolesOf, sameFonts } from '#reports/pdf/find-fonts.js';
import { shippedOnly } from '../../fixtures/papers/small-paper.js';

const digests = (roles = fontRoles as readonly (typeof fontRoles)[number][]) => findFonts(shippedOnly, roles).used.map(({ role, name, digest }) => ({ role, name, digest }));

describe('fonts', () => {
  it('of reports and forms are three; an official body has six', () => {
    expect(rolesOf({})).toEqual(['title', 'strong', 'body']);
    expect(rolesOf({ geometry: 'official' })).toEqual(fontRoles);
  });

  it('that ship stand in for 仿宋 and 楷体, and the digits of 宋体 always come from them', () => {
    const names = Object.fromEntries(digests().map(({ role, name }) => [role, name]));
    expect(names).toMatchObject({ body: 'NotoSansSC_400Regular.ttf', fangsong: 'NotoSerifSC_400Regular.ttf', kai: 'NotoSerifSC_700Bold.ttf', song: 'NotoSerifSC_400Regular.ttf' });
  });

  it('keep the levels of headings apart from the text, with 楷体 and without', () => {
    const faces = openFaces(findFonts(shippedOnly, fontRoles));
    const drawn = (['strong', 'kai', 'fangsong'] as const).map((role) => faces.runs('（一）', role)[0]?.face.name);
    expect(new Set(drawn).size).toBe(3);
  });

  it('that the office has installed are preferred', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zicha-kai-'));
    for (const name of ['simkai.ttf', 'FZFSJW.TTF']) writeFileSync(join(folder, name), name);
    const found = findFonts({ ...shippedOnly, installed: [folder] }, fontRoles).used.filter(({ origin }) => origin === 'installed');
    expect(found.map(({ role, name }) => [role, name])).toEqual([['body', 'FZFSJW.TTF'], ['fangsong', 'FZFSJW.TTF'], ['kai', 'simkai.ttf']]);
  });

  it('are found again by a list of three as by one of six, and not by one that lacks what the paper needs', () => {
    expect(sameFonts(shippedOnly, digests(['title', 'strong', 'body']))?.used).toHaveLength(3);
    expect(sameFonts(shippedOnly, digests())?.used).toHaveLength(6);
    expect(sameFonts(shippedOnly, digests(), fontRoles)?.used).toHaveLength(6);
    expect(sameFonts(shippedOnly, digests(['title', 'strong', 'body']), fontRoles)).toBeUndefined();
    expect(sameFonts(shippedOnly, [])).toBeUndefined();
  });

  it('are opened only when a character is asked of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zicha-no-font-'));
    const broken = join(folder, 'simkai.ttf');
    writeFileSync(broken, 'no font at all');
    const faces = openFaces(findFonts({ ...shippedOnly, installed: [folder] }, fontRoles));
    expect(faces.runs('张', 'fangsong')[0]?.text).toBe('张');
    expect(() => faces.runs('张', 'kai')).toThrow();
  });
});
