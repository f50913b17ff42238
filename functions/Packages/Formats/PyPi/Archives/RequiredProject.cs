using System.Text.RegularExpressions;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Reads a Requires-Dist: the name, and all that is said of it after that.</summary>
internal static partial class RequiredProject
{
    private const string Type = "Requires-Dist";

    public static StoredDependency? Read(string text) => Pattern().Match(text.Trim()) is { Success: true } parts ? new StoredDependency(null, parts.Groups["name"].Value, Type, parts.Groups["rest"].Value.Trim()) : null;

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(?<rest>.*)\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
