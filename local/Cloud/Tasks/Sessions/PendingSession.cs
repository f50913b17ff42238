using System.Security.Cryptography;
using System.Text;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>A session that nobody has come to yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Task">In which task.</param>
/// <param name="Command">The command in its terminal.</param>
/// <param name="TokenDigest">Of what whoever comes has to have.</param>
/// <param name="Until">When it is too late.</param>
internal sealed record PendingSession(string Id, RunningTask Task, string Command, ReadOnlyMemory<byte> TokenDigest, DateTimeOffset Until)
{
    public static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>However wrong a token is, to tell so takes as long.</summary>
    public bool IsFor(string? token) => CryptographicOperations.FixedTimeEquals(DigestOf(token ?? ""), TokenDigest.Span);
}
