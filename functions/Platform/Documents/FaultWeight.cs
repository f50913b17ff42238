namespace Sluice.Platform.Documents;

/// <summary>How much a fault of a document matters.</summary>
public enum FaultWeight
{
    /// <summary>The document is refused.</summary>
    Refused,

    /// <summary>The document is taken, and what is made of it fails when it comes to this.</summary>
    Foreseen,

    /// <summary>It is legal, and can hardly be meant.</summary>
    Doubtful,
}
