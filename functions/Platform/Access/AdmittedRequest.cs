using Sluice.Platform.Protocol;

namespace Sluice.Platform.Access;

/// <summary>A request whose signature holds.</summary>
/// <param name="Caller">Whose it is.</param>
/// <param name="Request">The request, with a body that is held against the signature as it is read.</param>
public sealed record AdmittedRequest(Caller Caller, ApiRequest Request);
