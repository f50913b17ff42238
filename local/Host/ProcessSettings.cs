using Sluice.Packages.Upstreams;
using Sluice.Platform.Configuration;
using Sluice.Platform.Tracing;

namespace Sluice.Local.Host;

/// <summary>What this process's environment says.</summary>
/// <param name="Traces">How traces are told.</param>
/// <param name="Upstreams">Where packages are taken from.</param>
internal sealed record ProcessSettings(TraceSettings Traces, UpstreamSettings Upstreams)
{
    /// <summary>The template's condition for what tells traces.</summary>
    public const string TracesCondition = "ExportsTraces";

    /// <summary>Where nothing is said.</summary>
    public static ProcessSettings Default { get; } = new(TraceSettings.Off, UpstreamSettings.Public);

    /// <exception cref="UsageException">Variables are wrong, or ask for what there is not: all of them.</exception>
    public static ProcessSettings Of(IReadOnlyDictionary<string, string> environment)
    {
        var reader = new VariableReader(environment);
        try
        {
            var settings = new ProcessSettings(TraceVariables.Read(reader), UpstreamVariables.Read(reader));
            reader.ThrowIfFaulty();
            return settings;
        }
        catch (InvalidConfigurationException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
