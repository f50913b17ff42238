using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NSubstitute;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

public sealed class RevisionReaderTests
{
    private const string ServiceSpec =
        "version: 0.0\nResources:\n  - s:\n      Type: AWS::ECS::Service\n      Properties: {TaskDefinition: 'shop:2', LoadBalancerInfo: {ContainerName: web, ContainerPort: 80}}\n";

    [Theory]
    [InlineData(BundleType.YAML)]
    [InlineData(BundleType.zip)]
    [InlineData(BundleType.tar)]
    [InlineData(BundleType.tgz)]
    public void An_appspec_is_read_from_the_object_store(BundleType bundleType)
    {
        using var shop = new Shop();
        var location = Put(shop, bundleType, Bundle(bundleType, ("src/appspec.yaml", "not this one"), ("appspec.yaml", Shop.AppSpec())));

        Deploys(shop, location);
    }

    [Fact]
    public void An_appspec_may_be_JSON_under_any_key()
    {
        using var shop = new Shop();
        const string json = """{"version": 0.0, "Resources": [{"f": {"Type": "AWS::Lambda::Function", "Properties": {"Name": "fn", "Alias": "live", "TargetVersion": "2"}}}]}""";

        Deploys(shop, Put(shop, BundleType.JSON, Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void The_older_form_of_an_inline_appspec_is_read_too()
    {
        using var shop = new Shop();

        Deploys(shop, new RevisionLocation { RevisionType = RevisionLocationType.String, String = new RawString { Content = Shop.AppSpec() } });
    }

    [Fact]
    public void An_appspec_that_was_deployed_before_may_be_named_by_its_digest()
    {
        using var shop = new Shop();
        var sha256 = RevisionIdentity.Sha256Of(Shop.AppSpec());
        var byDigest = new RevisionLocation { RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Sha256 = sha256 } };

        shop.Refuses("RevisionDoesNotExistException", sha256, () => shop.CreateAsync(Shop.Ask() with { Revision = byDigest }));
        Deploys(shop, Shop.Inline(Shop.AppSpec(), sha256.ToUpperInvariant()));
        Deploys(shop, byDigest);
    }

    [Fact]
    public void An_etag_must_be_that_of_the_object()
    {
        using var shop = new Shop();
        var location = Put(shop, BundleType.YAML, Encoding.UTF8.GetBytes(Shop.AppSpec()));
        var etag = shop.World.Time.Run(() => ((IObjectStore)shop.World.Objects).OpenVersionAsync(new ObjectRef("objects", "revisions/shop"), null)).ETag;

        shop.Refuses("InvalidRevisionException", "it was replaced since", () => Create(shop, With(location, s3 => s3 with { ETag = "\"0123\"" })));
        Deploys(shop, With(location, s3 => s3 with { ETag = $"\"{etag}\"" }));
    }

    [Fact]
    public void What_is_not_in_the_store_is_named()
    {
        using var shop = new Shop();
        var location = Put(shop, BundleType.YAML, Encoding.UTF8.GetBytes(Shop.AppSpec()));

        shop.Refuses("RevisionDoesNotExistException", "s3://objects/other", () => Create(shop, With(location, s3 => s3 with { Key = "other" })));
        shop.Refuses("RevisionDoesNotExistException", "no version 'v7'", () => Create(shop, With(location, s3 => s3 with { Version = "v7" })));
    }

    [Theory]
    [InlineData(BundleType.zip, "it is no zip that can be read")]
    [InlineData(BundleType.tar, "")]
    [InlineData(BundleType.tgz, "it is no tgz that can be read")]
    public void Something_that_is_no_such_archive_is_refused(BundleType bundleType, string says)
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", says, () => Create(shop, Put(shop, bundleType, Encoding.UTF8.GetBytes("this is no archive, whatever it is called"))));
    }

    [Theory]
    [InlineData(BundleType.zip)]
    [InlineData(BundleType.tar)]
    public void An_archive_has_one_appspec_at_its_root(BundleType bundleType)
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", "there is none", () => Create(shop, Put(shop, bundleType, Bundle(bundleType, ("src/appspec.yaml", Shop.AppSpec())))));
        shop.Refuses("InvalidRevisionException", "expected one of them", () => Create(shop, Put(shop, bundleType, Bundle(bundleType, ("appspec.yaml", "a"), ("appspec.yml", "b")))));
    }

    [Fact]
    public void An_archive_of_more_files_than_any_has_is_refused()
    {
        using var shop = new Shop();
        var files = Enumerable.Range(0, 100_001).Select(n => ($"{n}", "")).ToArray();

        shop.Refuses("InvalidRevisionException", "it has more than 100000 files", () => Create(shop, Put(shop, BundleType.zip, Bundle(BundleType.zip, files))));
    }

    [Fact]
    public void A_bucket_that_no_store_can_have_is_refused()
    {
        using var shop = new Shop();
        var objects = Substitute.For<IObjectStore>();
        objects.OpenVersionAsync(Arg.Any<ObjectRef>(), Arg.Any<string?>(), Arg.Any<CancellationToken>())
            .Returns<Task<StoredObject>>(_ => throw new ArgumentException("'No_bucket' is no bucket"));
        var reader = new RevisionReader(objects, shop.World.Get<RevisionStore>(), shop.World.Get<ComputePlatforms>(), shop.World.Get<AppSpecReader>());

        shop.Refuses("InvalidRevisionException", "revision.s3Location: 'No_bucket' is no bucket", () =>
            reader.ReadAsync(shop.Application, new RevisionLocation
            {
                RevisionType = RevisionLocationType.S3,
                S3Location = new S3Location { Bucket = "No_bucket", Key = "key", BundleType = BundleType.zip },
            }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{}", "names no ECS service")]
    [InlineData("{'ecsServices':[{'serviceName':'web'}]}", "has no pair of target groups")]
    [InlineData("{'ecsServices':[{'serviceName':'web'}],'loadBalancerInfo':{'targetGroupPairInfoList':[{'targetGroups':[{'name':'a'},{'name':'b'}]}]}}", "has no production listener")]
    public void A_group_that_names_less_than_a_service_needs_is_refused(string settings, string says)
    {
        using var shop = new Shop(ComputePlatform.ECS, ApiWorld.Json(settings).Deserialize<GroupSettings>(SluiceJson.Options));

        shop.Refuses("InvalidLoadBalancerInfoException", says, () => Create(shop, Shop.Inline(ServiceSpec)));
    }

    [Fact]
    public void GitHub_is_for_servers()
    {
        using var shop = new Shop();
        var location = new RevisionLocation
        {
            RevisionType = RevisionLocationType.GitHub,
            GitHubLocation = new GitHubLocation { Repository = "team/shop", CommitId = new string('a', 40) },
        };

        shop.Refuses("InvalidRevisionException", "Server only", () => Create(shop, location));
    }

    [Fact]
    public void A_wrong_digest_is_told_with_the_right_one()
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", RevisionIdentity.Sha256Of(Shop.AppSpec()), () => Create(shop, Shop.Inline(Shop.AppSpec(), new string('0', 64))));
    }

    [Fact]
    public void All_faults_of_an_appspec_are_told_with_their_places()
    {
        using var shop = new Shop();
        const string wrong = "version: 1\nResources:\n  - fn:\n      Type: AWS::Lambda::Function\n      Properties: {Name: 'f n', Alias: live, TargetVersion: latest}\n";

        shop.Refuses("InvalidRevisionException", "appspec.yaml:1: version: 0.0 was expected", () => Create(shop, Shop.Inline(wrong)));
        shop.Refuses("InvalidRevisionException", "Resources[0].fn.Properties.TargetVersion", () => Create(shop, Shop.Inline(wrong)));
        shop.Refuses("InvalidRevisionException", "not 'f n'", () => Create(shop, Shop.Inline(wrong)));
    }

    [Fact]
    public void An_appspec_of_another_platform_is_refused()
    {
        using var shop = new Shop();

        shop.Refuses("InvalidRevisionException", "the appspec is for ECS", () => Create(shop, Shop.Inline(ServiceSpec)));
    }

    private static Task Create(Shop shop, RevisionLocation location) => shop.CreateAsync(Shop.Ask() with { Revision = location });

    private static void Deploys(Shop shop, RevisionLocation location)
    {
        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask() with { Revision = location });
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });
        info.Status.ShouldBe(DeploymentStatus.Succeeded, info.ErrorInformation?.Message);
        shop.World.Alias().ShouldBe("2");
    }

    private static RevisionLocation Put(Shop shop, BundleType bundleType, byte[] content)
    {
        var stored = shop.World.Objects.Add("revisions/shop", content);
        return new RevisionLocation
        {
            RevisionType = RevisionLocationType.S3,
            S3Location = new S3Location { Bucket = stored.Bucket, Key = stored.Key, BundleType = bundleType },
        };
    }

    private static RevisionLocation With(RevisionLocation location, Func<S3Location, S3Location> change) => location with { S3Location = change(location.S3Location!) };

    private static byte[] Bundle(BundleType bundleType, params (string Name, string Content)[] files) => bundleType switch
    {
        BundleType.YAML => Encoding.UTF8.GetBytes(files[^1].Content),
        BundleType.zip => Artifacts.Zip([.. files.Select(file => (file.Name, file.Content, 0))]),
        BundleType.tar => Tar(files),
        _ => Gzip(Tar(files)),
    };

    private static byte[] Tar((string Name, string Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"./{name}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
