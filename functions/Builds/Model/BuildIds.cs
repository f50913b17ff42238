using System.Security.Cryptography;
using System.Text;

namespace Sluice.Builds.Model;

/// <summary>
/// A build's UUID is made from the action execution that asks for it, so that however often one is asked for, it is one build. It is the name of an execution too,
/// where CodeBuild's <c>project:uuid</c> could not stand because of its colon.
/// </summary>
internal static class BuildIds
{
    public static string Of(string pipelineName, string actionExecutionId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"build\n{pipelineName}\n{actionExecutionId}")).AsSpan(0, 16);
        // RFC 9562: version 8 (made by the application's own rule), variant 10.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString("D");
    }
}
