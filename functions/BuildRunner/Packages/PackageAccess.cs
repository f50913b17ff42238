namespace Sluice.BuildRunner.Packages;

/// <summary>A repository of packages, as the clients of a build reach it.</summary>
/// <param name="Domain">The repository's domain.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Endpoint">Of the service that has it, with a slash at its end.</param>
/// <param name="Token">What they sign in with, as Bearer or as a password. A secret.</param>
/// <param name="Outside">Of which formats it has packages from outside, e.g. <c>npm</c>.</param>
internal sealed record PackageAccess(string Domain, string Repository, Uri Endpoint, string Token, IReadOnlyCollection<string> Outside)
{
    /// <summary>The user where one is wanted: any will do, and this is the one of CodeArtifact's documentation.</summary>
    public const string User = "aws";

    /// <summary>
    /// Whether clients that know one registry only are to fetch from this one: where it has what is outside, too. Else they keep theirs, and this one is where they publish to.
    /// </summary>
    public bool IsWhole(string format) => Outside.Contains(format);

    /// <summary>The address of the repository's registry of a format, with a slash at its end.</summary>
    public Uri Of(string format) => new(Endpoint, $"artifacts/{Domain}/{format}/{Repository}/");

    /// <summary>The same with the user and the token in it, for clients that take them from there.</summary>
    public Uri SignedOf(string format) => new UriBuilder(Of(format)) { UserName = User, Password = Token }.Uri;

    /// <inheritdoc/>
    public override string ToString() => $"{Domain}/{Repository}";
}
