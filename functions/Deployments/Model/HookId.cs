using System.Security.Cryptography;
using System.Text;

namespace Sluice.Deployments.Model;

/// <summary>A hook execution id is the right to report: only its hash is stored.</summary>
internal static class HookId
{
    public static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public static bool Matches(string id, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(id)), Encoding.ASCII.GetBytes(hash));
}
