using Sluice.Packages.Images.Model;
using Sluice.Packages.Model;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Images.Records;

/// <summary>Where images are in the table.</summary>
internal static class ImageKeys
{
    public const string BlobPrefix = "B#";
    public const string ManifestPrefix = "M#";
    public const string TagPrefix = "T#";

    /// <summary>The images of a repository.</summary>
    public static string Images(RepositoryId repository) => $"PKGIMAGE#{repository}";

    public static Key Image(ImageName name) => new(Images(name.Home), name.Name);

    /// <summary>What an image has.</summary>
    public static string Parts(ImageName name) => $"PKGI#{name}";

    public static Key Blob(ImageName name, string digest) => new(Parts(name), BlobPrefix + digest);

    public static Key Manifest(ImageName name, string digest) => new(Parts(name), ManifestPrefix + digest);

    public static Key Tag(ImageName name, string tag) => new(Parts(name), TagPrefix + tag);

    public static string ReferrerPrefix(string subject) => $"R#{subject}#";

    public static Key Referrer(ImageName name, string subject, string digest) => new(Parts(name), ReferrerPrefix(subject) + digest);

    /// <summary>Another revision with each deletion: who writes what names others finds out that they are there still.</summary>
    public static Key Deletions(ImageName name) => new(Parts(name), "DELETIONS");

    /// <summary>The uploads of a repository that go on.</summary>
    public static string Uploads(RepositoryId repository) => $"PKGUPLOAD#{repository}";

    public static Key Upload(RepositoryId repository, string id) => new(Uploads(repository), id);

    /// <summary>The chunks of an upload, in their order.</summary>
    public static string Chunks(RepositoryId repository, string id) => $"PKGCHUNK#{repository}#{id}";

    public static Key Chunk(RepositoryId repository, string id, long first) => new(Chunks(repository, id), first.ToString("D15", System.Globalization.CultureInfo.InvariantCulture));
}
