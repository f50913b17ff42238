using Microsoft.AspNetCore.Http;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>Says who signed a request to a function URL, and holds it against the key's role.</summary>
/// <param name="request">As it came.</param>
/// <param name="body">Its whole body.</param>
/// <exception cref="ApiException">It is not signed, not rightly, or by one who may not invoke functions.</exception>
public delegate Task<Caller> UrlAuthentication(HttpRequest request, ReadOnlyMemory<byte> body);
