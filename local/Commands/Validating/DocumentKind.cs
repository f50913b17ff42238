namespace Sluice.Local.Commands.Validating;

/// <summary>What a file is taken for.</summary>
internal enum DocumentKind
{
    Unknown,
    Pipeline,
    Buildspec,
    AppSpec,
}
