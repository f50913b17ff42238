namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>What a function URL answers.</summary>
/// <param name="StatusCode">200 to 599.</param>
/// <param name="Headers">One header may be there several times.</param>
/// <param name="Body">Of a streamed answer, what of it came with its head.</param>
internal sealed record UrlReply(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
