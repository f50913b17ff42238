using System.Text.RegularExpressions;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>What names in a buildspec may be.</summary>
internal static partial class BuildspecNames
{
    /// <summary>Notes a fault of each name that no variable of a buildspec can have.</summary>
    public static void CheckVariables(MappingReader map, string member, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!IsVariable(name))
            {
                map.Fault(member, $"'{name}' is no variable's name; expected letters, digits and _");
            }
            else if (name.StartsWith("CODEBUILD_", StringComparison.Ordinal))
            {
                map.Fault(member, $"'{name}' cannot be set: names that begin with CODEBUILD_ are reserved");
            }
        }
    }

    public static bool IsVariable(string name) => Variable().IsMatch(name);

    public static bool IsArtifact(string id) => Artifact().IsMatch(id);

    /// <summary>The <c>run-as</c> of the file or of a phase.</summary>
    public static string? User(MappingReader map)
    {
        var name = map.OptionalString("run-as");
        if (name is not null && !UserName().IsMatch(name))
        {
            map.Fault("run-as", $"'{name}' is no user's name; expected one such as 'builder'");
        }

        return name;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Artifact();

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,31}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserName();
}
