using System.Security.Cryptography;
using System.Text;

namespace Sluice.Deployments.Runs;

/// <summary>The id of the deployment that a rollback is recorded as: told from the failed one's, so that a repeated decision finds the same.</summary>
internal static class RollbackId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int Length = 9;

    public static string Of(string deploymentId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"rollback of {deploymentId}"));
        return "d-" + string.Concat(hash.Take(Length).Select(part => Alphabet[part % Alphabet.Length]));
    }
}
