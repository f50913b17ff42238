namespace Sluice.Connections.Rules;

/// <summary>Providers have the same names everywhere.</summary>
internal static class Providers
{
    public static GitProvider Read(ProviderType provider) => Enum.Parse<GitProvider>(provider.ToString());

    public static ProviderType Write(GitProvider provider) => Enum.Parse<ProviderType>(provider.ToString());
}
