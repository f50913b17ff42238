using System.Security.Cryptography;
using System.Text;

namespace Sluice.Signing;

/// <summary>The key that signs one day's requests to one service in one Region, and what it signs.</summary>
public static class SigningKey
{
    /// <summary>From the secret of an access key.</summary>
    public static byte[] Derive(string secret, CredentialScope scope) =>
        Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secret), scope.Date), scope.Region), scope.Service), CredentialScope.Request);

    /// <summary>The signature that the key makes of a canonical request, in hexadecimal digits.</summary>
    /// <param name="key">Of <see cref="Derive"/>.</param>
    /// <param name="date">When it is signed, as <see cref="SigningTime"/> writes it.</param>
    /// <param name="scope">What it is signed for.</param>
    /// <param name="canonicalRequest">Of <see cref="CanonicalRequest"/>.</param>
    public static string Sign(byte[] key, string date, CredentialScope scope, string canonicalRequest) =>
        Convert.ToHexStringLower(Hmac(key, $"{SigningAlgorithm.Name}\n{date}\n{scope.Text}\n{SigningAlgorithm.Hash(Encoding.UTF8.GetBytes(canonicalRequest))}"));

    /// <summary>The signature that the key makes of a text that is ready to be signed, in hexadecimal digits.</summary>
    public static string SignText(byte[] key, string stringToSign) => Convert.ToHexStringLower(Hmac(key, stringToSign));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
