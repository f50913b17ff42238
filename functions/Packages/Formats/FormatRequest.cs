using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Access;

namespace Sluice.Packages.Formats;

/// <summary>A request to a repository's registry.</summary>
/// <param name="Http">As it came; its body is still to be read.</param>
/// <param name="Repository">Which repository.</param>
/// <param name="Path">What stands after the repository's address, still percent-encoded, without a slash at its beginning.</param>
/// <param name="Address">The repository's own address, with a slash at its end.</param>
/// <param name="Caller">Who asks.</param>
public sealed record FormatRequest(ApiRequest Http, RepositoryId Repository, string Path, string Address, Caller Caller)
{
    /// <summary>Publishing.</summary>
    public const string Publishes = "codeartifact:PublishPackageVersion";

    /// <summary>Tags, deprecation and other metadata.</summary>
    public const string PutsMetadata = "codeartifact:PutPackageMetadata";

    /// <summary>Deleting.</summary>
    public const string Deletes = "codeartifact:DeletePackageVersions";

    /// <summary>Hiding and showing.</summary>
    public const string ChangesStatus = "codeartifact:UpdatePackageVersionsStatus";

    /// <summary>The parts of the path, decoded.</summary>
    public string[] Segments => [.. Path.Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>Whether it only reads.</summary>
    public bool Reads => Http.Method is "GET" or "HEAD";

    /// <exception cref="ApiException">The caller's role does not have the right.</exception>
    public void Demand(string action)
    {
        if (!Roles.Allow(Caller.Role, action))
        {
            throw PackageErrors.Denied($"{action} is not allowed: the role {Caller.Role} of the key that asked for the token does not allow it");
        }
    }
}
