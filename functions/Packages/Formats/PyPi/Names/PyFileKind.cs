namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>Kinds of files that a version is made of.</summary>
internal enum PyFileKind
{
    /// <summary>Built, to be unpacked where it is installed.</summary>
    Wheel,

    /// <summary>Sources, in a gzipped tar.</summary>
    TarSource,

    /// <summary>Sources, in a zip, as older tools made them.</summary>
    ZipSource,
}
