namespace Sluice.Packages.Formats.Npm;

/// <summary>What a path of npm's registry names.</summary>
/// <param name="Name">The package.</param>
/// <param name="Rest">The parts after it.</param>
internal sealed record NpmPath(NpmName Name, string[] Rest)
{
    /// <summary>Reads a scope that is a part of its own, and one that is in one part with the name, as npm writes it.</summary>
    /// <exception cref="ApiException">It names no package that could be.</exception>
    public static NpmPath Of(string[] segments) => segments switch
    {
        [var scope, var name, .. var rest] when scope.StartsWith('@') && !scope.Contains('/', StringComparison.Ordinal) => new NpmPath(NpmName.Of($"{scope}/{name}"), rest),
        [var name, .. var rest] => new NpmPath(NpmName.Of(name), rest),
        _ => new NpmPath(NpmName.Of(""), []),
    };

    /// <summary>The version of a tarball's name; null if it is none of the package.</summary>
    public string? VersionOf(string file) => file.StartsWith($"{Name.File}-", StringComparison.Ordinal) && file.EndsWith(".tgz", StringComparison.Ordinal) && file.Length > Name.File.Length + 5
        ? file[(Name.File.Length + 1)..^4]
        : null;
}
