using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Swift.Names;

/// <summary>A package as requests name it: its scope and its name, compared without case.</summary>
/// <param name="Scope">As it is written.</param>
/// <param name="Name">As it is written.</param>
internal sealed partial record SwiftName(string Scope, string Name)
{
    public const string Expected = "SCOPE/NAME of letters and digits with single hyphens between them, and in the name underscores, of 39 and 100 characters at most, is expected";

    /// <summary>As Swift's own tools write it.</summary>
    public string Written => $"{Scope}.{Name}";

    /// <summary>The name; null if it is none.</summary>
    public static SwiftName? Read(string scope, string name) => ScopePattern().IsMatch(scope) && scope.Length <= 39 && NamePattern().IsMatch(name) && name.Length <= 100 ? new SwiftName(scope, name) : null;

    [GeneratedRegex(@"^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ScopePattern();

    [GeneratedRegex(@"^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
