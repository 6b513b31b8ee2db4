import { expect, test } from 'vitest';
import { letterInTitle } from '../../../src/data/import/letter-in-title.ts';

test.each([
  ['Mr. Seward to Mr. Judd.', 'Mr. Seward', 'Mr. Judd'],
  [
    'The Chargé in Uruguay (Gade) to the Acting Secretary of State',
    'Gade',
    'Acting Secretary of State',
  ],
  [
    'Mr. Black (Secretary of State) to all the ministers of the United States.',
    'Mr. Black',
    'ministers of the United States',
  ],
  [
    'Mr. Dayton, United States minister, to Mr. Seward, Secretary of State.',
    'Mr. Dayton',
    'Mr. Seward',
  ],
  ['The Duke de Louié, minister of foreign affairs, to Mr. Harvey', 'Duke de Louié', 'Mr. Harvey'],
  [
    'Lieutenant A. A. Berle, Jr., to the Secretary General of the Commission to Negotiate Peace (Grew)',
    'Lieutenant A. A. Berle, Jr.',
    'Grew',
  ],
  [
    'The Commission to Negotiate Peace to President Wilson',
    'Commission to Negotiate Peace',
    'President Wilson',
  ],
  [
    'The Technical Advisers to the Commission to Negotiate Peace (Scott, Miller) to the Secretary of State',
    'Scott | Miller',
    'Secretary of State',
  ],
  [
    'Mr. Miller, Major James Brown Scott, and Mr. Woolsey to the Secretary of State',
    'Mr. Miller | Major James Brown Scott | Mr. Woolsey',
    'Secretary of State',
  ],
  ['Messrs. Hamlin and Jordan to Mr. Sherman.', 'Hamlin | Jordan', 'Mr. Sherman'],
  [
    'The Secretary of State to the Secretary to the President (Tumulty)',
    'Secretary of State',
    'Tumulty',
  ],
  [
    'Telegram From the Embassy in Chile to the Department of State',
    'Embassy in Chile',
    'Department of State',
  ],
  [
    'Letter From President Kennedy to Chairman Khrushchev',
    'President Kennedy',
    'Chairman Khrushchev',
  ],
  ['Mr. Stewart to Earl Granville.—(Received August 31.)', 'Mr. Stewart', 'Earl Granville'],
  ['M. Cambon to Mr. Hay.', 'M. Cambon', 'Mr. Hay'],
  ['case of the stonewall. Mr. Perry to Mr. Seward', 'Mr. Perry', 'Mr. Seward'],
  ['Ames to Bell, 3 May 1862', 'Ames', 'Bell'],
  ['Ames to Bell (May 3, 1862)', 'Ames', 'Bell'],
  ['Ames to Bell, 1862-05-03.', 'Ames', 'Bell'],
  ['12. Ames to Bell, [1862]', 'Ames', 'Bell'],
  ['Max Weber to Heinrich Rickert', 'Max Weber', 'Heinrich Rickert'],
])('%s', (title, from, to) => {
  const letter = letterInTitle(title);
  expect([letter?.from.join(' | '), letter?.to.join(' | ')]).toEqual([from, to]);
});

test.each([
  'Memorandum by the Administrative Officer of the Commission to Negotiate Peace (Patterson)',
  'Memorandum by Mr. McClure, Assistant to the Economic Adviser',
  'Speech of Prince Krom Mun Narès to the President, May 6, 1884.',
  'Letter of Judge Nelson in answer to Mr. Fish’s letter of June 3.',
  'Agreement Providing for a Military Mission to Brazil',
  'Report Covering the Visit of President Wilson to the King of the Belgians',
  'Telegram from Vyshinsky',
  'notice to american citizens formerly subjects of belgium',
  'The Prince to Baron Hotter, London, on the demand which the government makes',
])('no letter: %s', (title) => expect(letterInTitle(title)).toBeNull());
