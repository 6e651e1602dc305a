namespace AuthApi.Analyzers.PackageTests.Infrastructure;

/// <summary>
/// Somebody else's solution: in a folder of its own, with a feed that holds our package only and a package cache that
/// starts empty. What else a project needs comes with the SDK, so nothing is fetched.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Consumer(PackedPackage package)
    {
        Package = package;
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{package.PackageCache}" /></config>
              <packageSources><clear /><add key="packed" value="{package.Feed}" /></packageSources>
            </configuration>
            """);
        folder.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <ErrorLog>$(MSBuildProjectDirectory)/log.sarif,version=2.1</ErrorLog>
              </PropertyGroup>
            </Project>
            """);
    }

    public PackedPackage Package { get; }

    public string Root => folder.Root;

    public void Write(string path, string text) => folder.Write(path, text);

    /// <summary>A library that names the package as the README says, or with <paramref name="assets"/> in place of that.</summary>
    public void WriteProject(string name, string properties = "", string assets = """PrivateAssets="all" """) =>
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AuthApi.Analyzers" Version="{Package.Version}" {assets}/>
              </ItemGroup>
            </Project>
            """);

    /// <summary>A project of docs/samples, with the package in place of the analyzers of this checkout.</summary>
    public void CopySample(string name)
    {
        Repository.Copy($"docs/samples/{name}", Path.Combine(Root, name));
        Write($"{name}/Directory.Build.targets", $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="AuthApi.Analyzers" Version="{Package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>A library that does not name the package, but a project that does.</summary>
    public void WriteProjectOver(string name, string referenced) =>
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../{referenced}/{referenced}.csproj" />
              </ItemGroup>
            </Project>
            """);

    /// <summary>Builds from scratch and gives what the compiler found; fails where an analyzer was not loaded or threw.</summary>
    public async Task<BuildResult> BuildAsync(string project)
    {
        var (exitCode, output) = await Dotnet.TryRunAsync(Root, "build", project, "--no-incremental");
        Assert.DoesNotContain("NU1", output, StringComparison.Ordinal);
        foreach (var id in BuildResult.LoadFailures)
        {
            Assert.DoesNotContain(id, output, StringComparison.Ordinal);
        }

        var findings = Sarif.Read(folder.At($"{project}/log.sarif"));
        Assert.DoesNotContain(findings, finding => BuildResult.LoadFailures.Contains(finding.RuleId));
        return new(exitCode == 0, output, findings);
    }

    /// <summary>The command that the README names for applying the fixes.</summary>
    public Task<string> FormatAsync(string project) =>
        Dotnet.RunAsync(Root, "format", "analyzers", $"{project}/{project}.csproj", "--verbosity", "normal");

    public string Read(string path) => File.ReadAllText(folder.At(path));

    public void Dispose() => folder.Dispose();
}

internal sealed record BuildResult(bool Succeeded, string Output, IReadOnlyList<Finding> Findings)
{
    /// <summary>An analyzer that cannot be created, one that asks for a newer compiler, one that threw.</summary>
    public static readonly string[] LoadFailures = ["CS8032", "CS9057", "AD0001"];

    /// <summary>Each finding as <c>file:line id level</c>.</summary>
    public IEnumerable<string> Lines => Findings.Select(finding => finding.ToString());
}
