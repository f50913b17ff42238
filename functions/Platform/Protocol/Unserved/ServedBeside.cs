namespace Sluice.Platform.Protocol.Unserved;

/// <summary>Services that something else answers at the same address; a client that asks for another is told of them.</summary>
/// <param name="Services">Their names, e.g. <c>lambda</c>.</param>
public sealed record ServedBeside(IReadOnlyList<string> Services);
