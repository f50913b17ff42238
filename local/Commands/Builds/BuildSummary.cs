using System.Globalization;
using System.Text;
using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.Local.Commands.Builds;

/// <summary>What a person wants to see at the end of a build's log: the phases with their times, and why it failed.</summary>
internal static class BuildSummary
{
    /// <param name="result">How the build ended.</param>
    /// <param name="artifacts">Where its artifacts are; null for nowhere.</param>
    public static string Of(BuildResult result, string? artifacts)
    {
        var text = new StringBuilder("\n");
        foreach (var phase in result.Phases.Where(phase => phase.PhaseType < PhaseType.Finalizing))
        {
            text.Append(CultureInfo.InvariantCulture, $"{phase.PhaseType.WireName(),-17}{phase.PhaseStatus.WireName(),-10}{(phase.EndTime - phase.StartTime).TotalSeconds,8:0.0} s\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{result.Status.WireName()} after {(result.Phases[^1].EndTime - result.Phases[0].StartTime).TotalSeconds:0.0} s\n");
        if (result.Message is { } message)
        {
            text.Append(message).Append('\n');
        }

        if (artifacts is not null && result.Manifest is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Artifacts are in {artifacts}\n");
        }

        foreach (var (name, value) in result.ExportedVariables)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        }

        return text.ToString();
    }
}
