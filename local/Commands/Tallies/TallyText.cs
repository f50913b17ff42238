using System.Globalization;
using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Commands.Tallies;

/// <summary>Requests by version in words, in one form wherever they are told.</summary>
internal static class TallyText
{
    /// <summary>E.g. <c>version 1: 209 (0 failed), version 2: 10 (1 failed)</c>.</summary>
    public static string Of(IReadOnlyDictionary<string, VersionTally> versions) => string.Join(", ", versions.Select(entry => string.Create(
        CultureInfo.InvariantCulture, $"{VersionOrder.Name(entry.Key)}: {entry.Value.Requests} ({entry.Value.Failed} failed)")));

    /// <summary>E.g. <c>version 2: 5 × KeyError: 'name'</c>.</summary>
    public static string Of(string version, ErrorTally error) => string.Create(CultureInfo.InvariantCulture, $"{VersionOrder.Name(version)}: {error.Count} × {error.Error}");
}
