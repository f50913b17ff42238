using System.Text.RegularExpressions;
using Sluice.Packages.Model;

namespace Sluice.Packages.Images.Model;

/// <summary>An image in a repository: what container clients call its name, <c>DOMAIN/REPOSITORY/IMAGE</c>.</summary>
/// <param name="Home">The repository that it is in.</param>
/// <param name="Name">Its name in the repository; it may have slashes.</param>
public sealed partial record ImageName(RepositoryId Home, string Name)
{
    /// <summary>What a name must be.</summary>
    public const string Expected = "DOMAIN/REPOSITORY/IMAGE is expected, where IMAGE has lower-case letters, digits and single separators (., _, __, -) in parts between slashes, and 255 characters at most";

    private const int Longest = 255;

    /// <summary>The name that parts of a path make; null if they make none.</summary>
    public static ImageName? Read(ReadOnlySpan<string> parts)
    {
        if (parts.Length < 3 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            return null;
        }

        var name = string.Join('/', parts[2..]!);
        return name.Length <= Longest && Parts().IsMatch(name) ? new ImageName(new RepositoryId(parts[0], parts[1]), name) : null;
    }

    /// <summary>The image of the same name in another repository of the domain.</summary>
    public ImageName In(string repository) => this with { Home = Home with { Name = repository } };

    /// <inheritdoc/>
    public override string ToString() => $"{Home}/{Name}";

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
