namespace Sluice.Packages.Images.Model;

/// <summary>What of an image a path names.</summary>
internal enum ImagePart
{
    /// <summary>A manifest, by a tag or a digest.</summary>
    Manifest,

    /// <summary>A blob, by a digest.</summary>
    Blob,

    /// <summary>Where uploads begin.</summary>
    Uploads,

    /// <summary>An upload that goes on, by its id.</summary>
    Upload,

    /// <summary>The list of its tags.</summary>
    Tags,

    /// <summary>The manifests that name another one as their subject, by that one's digest.</summary>
    Referrers,
}
