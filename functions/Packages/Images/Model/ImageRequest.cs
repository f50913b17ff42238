using Sluice.Packages.Records;
using Sluice.Platform.Access;

namespace Sluice.Packages.Images.Model;

/// <summary>A request about an image.</summary>
/// <param name="Http">As it came.</param>
/// <param name="Name">Which image.</param>
/// <param name="Reference">A tag, a digest or an upload's id; empty where there is none.</param>
/// <param name="Caller">Who asks.</param>
internal sealed record ImageRequest(ApiRequest Http, ImageName Name, string Reference, Caller Caller)
{
    /// <summary>Pushing.</summary>
    public const string Publishes = "codeartifact:PublishPackageVersion";

    /// <summary>Deleting.</summary>
    public const string Deletes = "codeartifact:DeletePackageVersions";

    /// <summary>The body, still to be read or read already.</summary>
    public Stream Body => Http.Content ?? new MemoryStream(Http.Body.ToArray(), writable: false);

    /// <exception cref="ApiException">The caller's role does not have the right.</exception>
    public void Demand(string action)
    {
        if (!Roles.Allow(Caller.Role, action))
        {
            throw PackageErrors.Denied($"{action} is not allowed: the role {Caller.Role} of the key that asked for the token does not allow it");
        }
    }

    /// <summary>The digest that the path names.</summary>
    /// <exception cref="ImageRefusal">It is none.</exception>
    public ImageDigest Digest => ImageDigest.Read(Reference) ?? throw ImageErrors.NoDigest(Reference);
}
