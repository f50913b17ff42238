namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>A file as a page of a registry outside lists it.</summary>
/// <param name="File">What is said of it.</param>
/// <param name="Address">Where it is.</param>
internal sealed record OutsideFile(PyFile File, Uri Address)
{
    /// <summary>Where its metadata is.</summary>
    public Uri MetadataAddress => new UriBuilder(Address) { Path = $"{Address.AbsolutePath}.metadata" }.Uri;
}
