using System.Text.RegularExpressions;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Cargo.Names;

/// <summary>Names of crates. They are one if they differ in case, or in <c>-</c> and <c>_</c>, alone. Pure.</summary>
internal static partial class CrateName
{
    public const string Expected = "a letter, then letters, digits, '-' and '_', 64 characters at most,";

    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <summary>The package that a repository keeps under a name.</summary>
    public static PackageId In(RepositoryId repository, string name) => new(repository.Domain, repository.Name, PackageFormat.cargo, null, PackageNames.Kept(PackageFormat.cargo, name));

    /// <summary>Where the index has a crate: in folders of its first letters, so that none has too many.</summary>
    public static string IndexPath(string name) => name.ToLowerInvariant() switch
    {
        { Length: <= 2 } few => $"{few.Length}/{few}",
        { Length: 3 } three => $"3/{three[0]}/{three}",
        var more => $"{more[..2]}/{more[2..4]}/{more}",
    };

    /// <summary>The name that a path of the index is of; null if it is of none.</summary>
    public static string? OfIndexPath(string path) => path[(path.LastIndexOf('/') + 1)..] is var name && IsValid(name) && IndexPath(name) == path ? name : null;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
