using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>A build publishes by each package manager to the repository of builds, and fetches from it, without a line of set-up. The clients are real.</summary>
public sealed class AwsBuildPackageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    /// <summary>Fetching names the repository, since it has nothing from outside and clients keep theirs.</summary>
    private const string Buildspec = """
        version: 0.2
        phases:
          build:
            commands:
              - mkdir npm && echo '{"name":"from-npm","version":"1.0.0"}' > npm/package.json
              - (cd npm && npm publish --registry "$CODEARTIFACT_NPM_URL")
              - mkdir app && echo '{"name":"app","version":"1.0.0"}' > app/package.json
              - (cd app && npm install --no-audit --registry "$CODEARTIFACT_NPM_URL" from-npm && test -f node_modules/from-npm/package.json)
              - |
                python3 -c 'import zipfile
                with zipfile.ZipFile("from_twine-1.0-py3-none-any.whl", "w") as wheel:
                    wheel.writestr("from_twine.py", "")
                    for name, text in (("METADATA", "Metadata-Version: 2.1\nName: from-twine\nVersion: 1.0\n"), ("WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"), ("RECORD", "")):
                        wheel.writestr("from_twine-1.0.dist-info/" + name, text)'
              - twine upload --non-interactive --disable-progress-bar from_twine-1.0-py3-none-any.whl
              # python3 may be a script that does more than to start it.
              - PYTHON=$(python3 -c 'import sys; print(sys.executable)')
              - '"$PYTHON" -m pip install --quiet --disable-pip-version-check --no-cache-dir --index-url "$CODEARTIFACT_PYPI_URL" --target got from-twine && test -f got/from_twine.py'
              - cargo new --quiet --vcs none --lib from-cargo
              - cargo publish --allow-dirty --no-verify --manifest-path from-cargo/Cargo.toml
              - cargo search from-cargo | grep '^from-cargo = "0.1.0"'
              - |
                printf 'Gem::Specification.new { |s| s.name = "from-gem"; s.version = "1.0"; s.summary = "x"; s.authors = ["me"]; s.files = [] }' > from-gem.gemspec
              - gem build --quiet from-gem.gemspec && gem push from-gem-1.0.gem
              - gem install --quiet --no-document --install-dir gems --clear-sources --source "$CODEARTIFACT_RUBY_URL" from-gem && test -d gems/gems/from-gem-1.0
              # Debian's Maven is older than 3.9, and its plugins are in a folder.
              - echo '<settings><mirrors><mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file:///usr/share/maven-repo</url></mirror></mirrors></settings>' > user.xml
              - echo '<project><modelVersion>4.0.0</modelVersion><groupId>acme</groupId><artifactId>from-maven</artifactId><version>1.0</version><packaging>pom</packaging></project>' > pom.xml
              - plugin() { echo "org.apache.maven.plugins:$1:$(ls /usr/share/maven-repo/org/apache/maven/plugins/$1 | grep -v debian | sort -V | tail -n 1)"; }
              - mvn -B -q -s user.xml -gs "$MAVEN_SETTINGS" -Dmaven.repo.local="$PWD/deploying" "$(plugin maven-deploy-plugin):deploy"
              - SOURCE=$PWD && cd / && mvn -B -q -s "$SOURCE/user.xml" -gs "$MAVEN_SETTINGS" -Dmaven.repo.local="$SOURCE/fetched" "$(plugin maven-dependency-plugin):get" -Dartifact=acme:from-maven:1.0:pom -Dtransitive=false
        """;

    [Fact]
    public async Task By_npm_twine_cargo_gem_and_maven()
    {
        foreach (var tool in new[] { "npm", "twine", "python3", "cargo", "gem", "mvn" })
        {
            Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool))), $"{tool} is not on the PATH.");
        }

        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        await aws.RunAsync(
            "codebuild", "create-project", "--name", "publishing", "--source", new JsonObject { ["type"] = "NO_SOURCE", ["buildspec"] = Buildspec }.ToJsonString(), "--artifacts", "type=NO_ARTIFACTS",
            "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL", "--service-role", "arn:aws:iam::123456789012:role/build");
        var id = (string)(await aws.RunAsync("codebuild", "start-build", "--project-name", "publishing"))["build"]!["id"]!;

        var build = await Asking.UntilAsync(async () => (await aws.RunAsync("codebuild", "batch-get-builds", "--ids", id))["builds"]![0]!, told => (string)told["buildStatus"]! != "IN_PROGRESS");

        ((string)build["buildStatus"]!).ShouldBe("SUCCEEDED", await LogAsync(aws, build));
        var packages = await aws.RunAsync("codeartifact", "list-packages", "--domain", "sluice", "--repository", "builds");
        packages["packages"]!.AsArray().Select(package => $"{package!["format"]} {package["package"]}").ShouldBe(["cargo from-cargo", "maven from-maven", "npm from-npm", "pypi from-twine", "ruby from-gem"], ignoreOrder: true);
    }

    private static async Task<string> LogAsync(AwsCli aws, JsonNode build)
    {
        var logs = build["logs"]!;
        var events = await aws.RunAsync("logs", "get-log-events", "--log-group-name", (string)logs["groupName"]!, "--log-stream-name", (string)logs["streamName"]!, "--start-from-head");
        return string.Concat(events["events"]!.AsArray().Select(line => (string)line!["message"]!));
    }
}
