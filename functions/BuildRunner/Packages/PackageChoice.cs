using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Packages;

/// <summary>Which repository a build's packages come from and go to.</summary>
/// <param name="Domain">The repository's domain.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="IsNamed">Whether the build names it, and cannot do without it.</param>
internal sealed record PackageChoice(string Domain, string Repository, bool IsNamed)
{
    /// <summary>The variable of project, build or buildspec that names one: <c>DOMAIN/REPOSITORY</c>, or <c>none</c>.</summary>
    public const string Variable = "SLUICE_PACKAGES";

    private const string None = "none";

    /// <summary>That of builds which name none, where there is one.</summary>
    private static readonly PackageChoice Usual = new("sluice", "builds", IsNamed: false);

    /// <summary>The choice that a build's variables make; null for none.</summary>
    /// <exception cref="SourceException">What is said is no repository.</exception>
    public static PackageChoice? Of(IReadOnlyDictionary<string, string> variables) => variables.GetValueOrDefault(Variable)?.Trim() switch
    {
        null or "" => Usual,
        None => null,
        var named => named.Split('/') is [{ Length: > 0 } domain, { Length: > 0 } repository] && named.All(IsOfNames)
            ? new PackageChoice(domain, repository, IsNamed: true)
            : throw new SourceException("CLIENT_ERROR", $"{Variable} is '{named}'; expected DOMAIN/REPOSITORY, or {None}."),
    };

    private static bool IsOfNames(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-';
}
