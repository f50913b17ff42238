namespace Sluice.Local.Commands.Validating;

/// <summary>How much a finding matters.</summary>
internal enum FindingSeverity
{
    /// <summary>It would be refused, or fail in a run.</summary>
    Error,

    /// <summary>It is legal, and can hardly be meant.</summary>
    Warning,
}
