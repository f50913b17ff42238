using Sluice.Packages.Entry;
using Sluice.Packages.Upstreams;
using Sluice.Platform;
using Sluice.Platform.Configuration;

namespace Sluice.PackageServer;

/// <summary>What the template tells the server by environment variables.</summary>
/// <param name="Account">Where the suite keeps what it has.</param>
/// <param name="SecretsKey">The KMS key that secrets are encrypted with.</param>
/// <param name="Registries">Where the server is reached.</param>
/// <param name="Upstreams">Registries outside that packages are taken from.</param>
/// <param name="Port">On which it listens.</param>
internal sealed record ServerSettings(AccountVariables Account, string SecretsKey, RegistryAddress Registries, UpstreamSettings Upstreams, int Port)
{
    private const int UsualPort = 8080;

    /// <exception cref="InvalidConfigurationException">Something is missing or wrong: all of it.</exception>
    public static ServerSettings Read(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new VariableReader(variables);
        var settings = new ServerSettings(
            AccountVariables.Read(reader),
            reader.Required("SLUICE_SECRETS_KEY", "the KMS key that access keys are encrypted with"),
            RegistryAddress.Read(reader),
            UpstreamVariables.Read(reader),
            reader.Number("SLUICE_PORT", min: 0, ushort.MaxValue, UsualPort));
        reader.ThrowIfFaulty();
        return settings;
    }
}
