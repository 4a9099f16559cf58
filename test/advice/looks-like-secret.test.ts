import { describe, expect, test } from '@jest/globals';
import { looksLikeSecret } from '../../src/advice/looks-like-secret.ts';

describe('what looks like a secret', () => {
  test.each<[string, string]>([
    ['ApiKey', 'abcdefgh'],
    ['Smtp__Password', 'not-a-real-one'],
    ['Smtp:Password', 'not-a-real-one'],
    ['Password2', 'not-a-real-one'],
    ['Jwt:Key', 'not-a-real-one'],
    ['TokenSigningKey', 'not-a-real-one'],
    ['AWS_SECRET_ACCESS_KEY', 'not-a-real-one'],
    ['TelegramToken', '123456:not-a-real-one'],
    ['AzureAd__ClientSecret', 'not-a-real-one'],
    ['Vendor_License_Key', 'ABCD-1234'],
    ['Database', 'Server=db01;User Id=shop;Password=not-a-real-one'],
    ['ConnectionStrings__Shop', 'Server=db01;User Id=shop;pwd = not-a-real-one'],
    ['Storage', 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=bm90LWEtcmVhbC1vbmU='],
    ['Pictures', 'https://shop.example.com/c?sv=2024-11-04&sig=bm90LWEtcmVhbC1vbmUtYXQ'],
    ['Queue', 'amqp://shop:not-a-real-one@queue01/shop'],
    ['Certificate', '-----BEGIN PRIVATE KEY-----\nMII'],
  ])('%s=%s', (name, value) => {
    expect(looksLikeSecret(name, value)).toBe(true);
  });

  test.each<[string, string]>([
    ['TokenLifetime', '01:00:00'],
    ['Identity__Password__RequiredLength', '12345'],
    ['PasswordResetUrl', '/account/reset'],
    ['RequirePassword', 'true'],
    ['Login:Token', 'https://login.example.com/token'],
    ['SecretName', 'shop-database'],
    ['PublicKey', 'not-a-secret'],
    ['PartitionKey', 'customer'],
    ['Cache:Key', 'shop'],
    ['CsrfToken', 'x-csrf'],
    ['ConnectionStrings__Shop', 'Server=db01;Database=Shop;Integrated Security=true'],
    ['ConnectionStrings__Cache', 'redis01:6379'],
    ['Database', 'Server=db01;User Id=shop;Password='],
    ['Database', 'Server=db01;User Id=shop;Password=%ShopPassword%'],
    ['Database', 'Server=db01;User Id=shop;Password={password}'],
    ['ApiKey', '#{ApiKey}'],
    ['ApiKey', '@Microsoft.KeyVault(SecretUri=https://shop.example.com/secrets/payment)'],
    ['ApiKey', '<your key>'],
    ['ApiKey', 'YOUR_API_KEY'],
    ['ApiKey', '********'],
    ['Password', '/run/secrets/smtp'],
    ['Password', 'abc'],
    ['ASPNETCORE_URLS', 'http://*:5000'],
  ])('not %s=%s', (name, value) => {
    expect(looksLikeSecret(name, value)).toBe(false);
  });

  test('a value of a megabyte is looked at in part', () => {
    expect(looksLikeSecret('Text', 'Password=x'.repeat(100_000))).toBe(true);
    expect(looksLikeSecret('Text', `${'a'.repeat(1_000_000)};Password=x`)).toBe(false);
  });
});
