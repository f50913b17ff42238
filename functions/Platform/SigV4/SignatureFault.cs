namespace Sluice.Platform.SigV4;

/// <summary>Why a signature that can be read does not hold. Most services say one error for all of it; S3 has one for each.</summary>
public enum SignatureFault
{
    /// <summary>It is not the one that the key makes of the request.</summary>
    Mismatch,

    /// <summary>It is for another Region, service or day.</summary>
    Scope,

    /// <summary>It leaves out a header that it must sign.</summary>
    Headers,

    /// <summary>It is too old, or of a time to come.</summary>
    Time,

    /// <summary>It was made to hold for a while that is over.</summary>
    Expired,
}
