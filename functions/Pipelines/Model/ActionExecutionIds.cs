using System.Security.Cryptography;
using System.Text;

namespace Sluice.Pipelines.Model;

/// <summary>Names an action of a run by what it is, so that a repeated request means the same record.</summary>
internal static class ActionExecutionIds
{
    public static string Of(string pipelineExecutionId, string stage, string action, int attempt)
    {
        var name = string.Join('\n', pipelineExecutionId, stage, action, attempt);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString("D");
    }
}
