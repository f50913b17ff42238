using Sluice.Platform.Protocol;

namespace Sluice.Platform.SigV4;

/// <summary>A signature does not hold.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">What is wrong, in AWS's words.</param>
public sealed class SignatureException(SignatureFault fault, string message) : ApiException(CommonErrors.InvalidSignature, message)
{
    /// <summary>Why.</summary>
    public SignatureFault Fault { get; } = fault;
}
