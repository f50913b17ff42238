using System.Globalization;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Packages;

/// <summary>Which repository a build's packages come from and go to.</summary>
/// <param name="Domain">The repository's domain.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="IsNamed">Whether the build names it, and cannot do without it.</param>
/// <param name="AsOf">As of which time the build is given versions; null for whatever time it is.</param>
internal sealed record PackageChoice(string Domain, string Repository, bool IsNamed, DateTimeOffset? AsOf = null)
{
    /// <summary>The variable of project, build or buildspec that names one: <c>DOMAIN/REPOSITORY</c>, or <c>none</c>.</summary>
    public const string Variable = "SLUICE_PACKAGES";

    /// <summary>The variable that pins a build to a time, such as <c>2026-01-31T12:00:00Z</c>: what was published later it is not given.</summary>
    public const string TimeVariable = "SLUICE_PACKAGES_AS_OF";

    /// <summary>What the first variable says for a build that needs none.</summary>
    public const string None = "none";

    /// <summary>That of builds which name none, where there is one.</summary>
    private static readonly PackageChoice Usual = new("sluice", "builds", IsNamed: false);

    /// <summary>The choice that a build's variables make; null for none.</summary>
    /// <exception cref="SourceException">What is said is no repository.</exception>
    public static PackageChoice? Of(IReadOnlyDictionary<string, string> variables) => Named(variables) is { } choice ? choice with { AsOf = Time(variables) } : null;

    private static PackageChoice? Named(IReadOnlyDictionary<string, string> variables) => variables.GetValueOrDefault(Variable)?.Trim() switch
    {
        null or "" => Usual,
        None => null,
        var named => named.Split('/') is [{ Length: > 0 } domain, { Length: > 0 } repository] && named.All(IsOfNames)
            ? new PackageChoice(domain, repository, IsNamed: true)
            : throw new SourceException("CLIENT_ERROR", $"{Variable} is '{named}'; expected DOMAIN/REPOSITORY, or {None}."),
    };

    private static DateTimeOffset? Time(IReadOnlyDictionary<string, string> variables) => variables.GetValueOrDefault(TimeVariable)?.Trim() switch
    {
        null or "" => null,
        var text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : throw new SourceException("CLIENT_ERROR", $"{TimeVariable} is '{text}'; expected a time such as 2026-01-31T12:00:00Z."),
    };

    private static bool IsOfNames(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-';
}
