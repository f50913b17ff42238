using Sluice.Platform.Configuration;
using Sluice.Platform.Tracing;

namespace Sluice.Local.Host;

/// <summary>How this process's environment wants traces to be told.</summary>
internal static class TraceOptions
{
    /// <summary>The template's condition for what tells them.</summary>
    public const string Condition = "ExportsTraces";

    /// <exception cref="UsageException">A variable is wrong, or asks for what there is not: all of them.</exception>
    public static TraceSettings Of(IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            return TraceVariables.Read(environment);
        }
        catch (InvalidConfigurationException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
