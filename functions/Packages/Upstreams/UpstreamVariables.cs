using Sluice.Platform.Configuration;

namespace Sluice.Packages.Upstreams;

/// <summary>Reads other addresses of registries outside, such as mirrors: <c>SLUICE_UPSTREAM_NPMJS</c> for <c>public:npmjs</c>.</summary>
public static class UpstreamVariables
{
    private const string Prefix = "SLUICE_UPSTREAM_";

    /// <summary>The faults are the reader's.</summary>
    public static UpstreamSettings Read(VariableReader reader)
    {
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var connection in UpstreamSettings.Public.Connections)
        {
            var name = VariableOf(connection.Name);
            if (reader.Optional(name) is { } text)
            {
                if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
                {
                    addresses[connection.Name] = address;
                }
                else
                {
                    // There may be a password in it.
                    reader.Fault(name, "a URL such as https://registry.example.com/", isSecret: true);
                }
            }
        }

        return UpstreamSettings.Public.With(addresses);
    }

    /// <summary>The variable of a connection.</summary>
    public static string VariableOf(string connection) => Prefix + connection[(connection.IndexOf(':', StringComparison.Ordinal) + 1)..].ToUpperInvariant().Replace('-', '_');
}
