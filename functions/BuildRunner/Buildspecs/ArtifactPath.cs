using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Buildspecs;

/// <summary>A path or pattern in <c>artifacts</c>, with variables as <c>$NAME</c> and <c>${NAME}</c>.</summary>
internal static partial class ArtifactPath
{
    /// <param name="path">With its variables, or without if they have their values already.</param>
    /// <param name="mayLeave">Whether it may lead out of the source.</param>
    /// <returns>What is wrong with it, to follow the path; null if nothing is.</returns>
    public static string? Fault(string path, bool mayLeave) => path switch
    {
        _ when path.StartsWith('~') || path.Contains('\\') => "is no path; expected one divided by /, with $HOME for ~",
        _ when Variable().Replace(path, "").Contains('$') => "has a $ that is no variable; expected $NAME or ${NAME}",
        _ when !mayLeave && path.Split('/').Contains("..") => "leads out of the base-directory; expected a path relative to it",
        _ => null,
    };

    public static IEnumerable<string> Variables(string path) => Variable().Matches(path).Select(match => match.Groups["name"].Value);

    public static string WithValues(string path, IReadOnlyDictionary<string, string> values) => Variable().Replace(path, match => values[match.Groups["name"].Value]);

    [GeneratedRegex("""\$(\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}|(?<name>[A-Za-z_][A-Za-z0-9_]*))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
