import { describe, expect, test } from 'vitest';
import { subjectOf, unanswerable } from '../../src/commands/passages/unanswerable.ts';

describe('what passages can’t give', () => {
  test.each([
    ['How many troops did China send to Korea?', 'count'],
    ['how often did Zhou Enlai meet the ambassador', 'count'],
    ['What was the number of prisoners exchanged?', 'count'],
    ['On average, what tonnage passed through the canal?', 'count'],
    ['Which minister is most often mentioned?', 'count'],
    ['Compare the number of notes sent by Peru and Chile', 'count'],
    ['What percentage of the loans was repaid?', 'count'],
    ['List all treaties with Nicaragua', 'list'],
    ['Name every envoy to Peking', 'list'],
    ['Who were all the ministers at Managua?', 'list'],
    ['Who all signed?', 'list'],
    ['all persons who fled', 'list'],
    ['Everyone who signed the protocol', 'list'],
    ['What is the total of loans?', 'count'],
    ['How much was paid in total?', 'count'],
    ['Did the marines first land at Bluefields?', 'first'],
    ['Which was the earliest loan?', 'first'],
    ['Who was the first ever consul at Bluefields?', 'first'],
    ['all who signed the protocol', 'list'],
    ['All those who attended the Montevideo conference', 'list'],
    ['Give me all the letters from Seward', 'list'],
    ['Everyone who protested against the blockade', 'list'],
    ['Which documents mention Mukden?', 'list'],
    ['a complete list of the delegates', 'list'],
    ['Who are all the consuls who reported on the plague?', 'list'],
    ['Find every mention of Lytton', 'list'],
    ['What was the first ever mention of the atomic bomb?', 'first'],
    ['When did the two governments first discuss a loan?', 'first'],
    ['Who was the first minister to resign?', 'first'],
    ['Was this the first time that marines landed in Bluefields?', 'first'],
    ['What is the earliest report on the Boxers?', 'first'],
    ['What is the most recent statement on Manchuria?', 'last'],
    ['When was the last time Litvinov spoke of the debts?', 'last'],
    ['Summarize the talks between Roosevelt and Litvinov', 'summary'],
    ['Write a paragraph about the Chaco war', 'summary'],
  ])('%s', (question, kind) => {
    expect(unanswerable(question)).toBe(kind);
  });

  test.each([
    'Why did Khrushchev withdraw the missiles?',
    'What did Mao say about the border with India?',
    'Who proposed the armistice in Korea?',
    'When were the marines withdrawn from Nicaragua?',
    'How did Japan justify the occupation of Mukden?',
    'What did the First Secretary tell the ambassador?',
    'How did the First World War change the debts?',
    'Why did all talks fail in 1934?',
    'Did all members of the League agree to the embargo?',
    'What was the last demand of the Bolivian government?',
    'What reasons did Hull give for the most-favored-nation clause?',
    'Who was the ambassador’s first interpreter at Geneva?',
    'What was the first article of the convention?',
    'Was the first secretary of the legation present?',
    'What was the attitude of every power to the open door?',
    'Why was the treaty not ratified?',
    'What did the latest telegram say about Paraguay?',
    'How did everyone who fled live?',
    'List price of coffee in Brazil',
    'What did the oldest of the chiefs answer?',
    'Who was all in favor of the loan?',
    'Why was the total of the claims disputed?',
    'Did the First Secretary sign?',
    'How did the two Governments come to a total agreement?',
    'How much did Washington know about the landing?',
    'On what grounds was the claim refused?',
    'What did he list as his reasons?',
    'Where did the Commission meet?',
    'Did the President name a successor?',
    'What did the report of Lord Lytton recommend?',
    'Why was the 38th parallel chosen?',
    'Did the majority of the Cabinet favor intervention?',
    'Why did the number of troops grow in 1899?',
    'What had the average citizen to fear?',
  ])('%s is no such question', (question) => {
    expect(unanswerable(question)).toBeUndefined();
  });
});

test.each([
  ['How many troops did China send to Korea?', 'troops China send Korea'],
  ['List all treaties with "Great Britain"', 'treaties "Great Britain"'],
  ['How many?', 'How many?'],
])('%s is about %s', (question, subject) => {
  expect(subjectOf(question)).toBe(subject);
});
