using System.Text.RegularExpressions;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Reads <c>phases.install.runtime-versions</c>.</summary>
internal static partial class RuntimeVersionsSection
{
    /// <summary>The names that CodeBuild knows.</summary>
    public static readonly IReadOnlyList<string> Names = ["android", "docker", "dotnet", "golang", "java", "nodejs", "php", "python", "ruby"];

    public static IReadOnlyDictionary<string, string> Read(MappingReader phase)
    {
        var versions = phase.MapOfStrings("runtime-versions");
        foreach (var (name, version) in versions)
        {
            if (!Names.Contains(name))
            {
                phase.Fault("runtime-versions", $"'{name}' is no runtime that is known here; expected one of {string.Join(", ", Names)}");
            }
            else if (!Version().IsMatch(version))
            {
                phase.Fault("runtime-versions", $"'{version}' is no version of {name}; expected one such as 18, 18.x, 3.12 or latest");
            }
        }

        return versions;
    }

    [GeneratedRegex("^(latest|(openjdk|corretto)?[0-9]+(\\.[0-9]+)*(\\.x)?|[0-9]+\\.x)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
