using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Access.Tokens;

/// <summary>The tokens of package managers: the service of packages gives them to people, that of builds to builds.</summary>
public static class TokenRegistration
{
    /// <summary>Registers them, unless they are there.</summary>
    public static IServiceCollection TryAddPackageTokens(this IServiceCollection services)
    {
        services.TryAddSingleton<AccessKeyStore>();
        services.TryAddSingleton(provider => new TokenKey(provider.GetRequiredService<ITable>(), provider.GetRequiredService<ISecretBox>(), provider.GetRequiredService<IIds>()));
        services.TryAddSingleton(provider => new PackageTokens(provider.GetRequiredService<TokenKey>(), provider.GetRequiredService<AccessKeyStore>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
