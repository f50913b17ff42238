using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sluice.Platform.Connections;

/// <summary>What a GitHub App proves itself with: a JSON Web Token of RS256, good for some minutes.</summary>
internal static class AppJwt
{
    /// <summary>GitHub takes ten minutes at most, and its clock may be behind.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(9);

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(60);

    /// <exception cref="CryptographicException">The key is none of RSA.</exception>
    public static string Write(AppSecret app, DateTimeOffset now)
    {
        using var key = RSA.Create();
        Import(key, app.PrivateKey);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["iat"] = (now - Before).ToUnixTimeSeconds(), ["exp"] = (now + Good).ToUnixTimeSeconds(), ["iss"] = app.AppId };
        var signed = $"{Text("""{"alg":"RS256","typ":"JWT"}""")}.{Text(JsonSerializer.Serialize(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Whether a text is a key that can sign.</summary>
    public static bool IsKey(string pem)
    {
        try
        {
            using var key = RSA.Create();
            Import(key, pem);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static void Import(RSA key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException("The key is no unencrypted RSA key in PEM.", e);
        }
    }

    private static string Text(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
